"""Mistakes the person at the keyboard can fix: one class each, shown as one clear line, never a traceback."""


class AnalyzerError(Exception):
    """A mistake with a remedy; the message says what to do. Exit status 2."""


class NothingToAnalyze(AnalyzerError):
    """The folder is missing, not a folder, or holds no Python."""


class InvalidSettings(AnalyzerError):
    """A configuration or boundary file has an unknown key, a wrong value, or contradicts itself."""


class RefusedOutput(AnalyzerError):
    """The output folder cannot be replaced: it holds files we did not write, or cannot be written."""


class InvalidStudy(AnalyzerError):
    """A file given as a study, partition or contract is not one."""


class MissingExtra(AnalyzerError):
    """An optional part is asked for and not installed."""
