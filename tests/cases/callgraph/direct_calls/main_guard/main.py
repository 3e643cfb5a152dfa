def parse():
    return 1

def main():
    return parse()

if __name__ == "__main__":
    main()
