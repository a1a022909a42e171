THRESHOLD = 0.7


def signature(text: str) -> bytes | None:
    return None


def bands(signature: bytes) -> tuple[str, ...]:
    return ()


def similarity(one: bytes, other: bytes) -> float:
    return 0.0
