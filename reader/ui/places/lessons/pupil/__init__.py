"""A lesson as a pupil plays it: pens, reasons, source sheet, the program's marks, judgement."""
