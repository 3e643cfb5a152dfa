import pack.tool

pack.tool.use()
