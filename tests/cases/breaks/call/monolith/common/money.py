def rounded(amount: float) -> float:
    return amount
