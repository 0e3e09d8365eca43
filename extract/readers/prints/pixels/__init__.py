"""What the pixels of a page say: its characters and rules by OCR, how far characters stand apart, stamps that lie over it.

Door: `ocr.seen`.
"""
