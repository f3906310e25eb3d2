"""A batch whose articles end or hold up the process that works on them; run by test_pool."""

import os
import sys
import threading
from pathlib import Path

from reader.batch.documents import AnalysisSettings
from reader.batch.inputs import BatchInput
from reader.batch.pool import Pool


class OddMaker:
    """Makes documents; some texts do harm."""

    settings = AnalysisSettings()

    def document(self, article, document_id):
        if "deadly" in article.text:
            os._exit(9)
        if article.text.startswith("killed twice "):
            with Path(article.text.split()[2]).open("a+") as file:
                file.write("x")
                file.seek(0)
                if len(file.read()) <= 2:
                    file.flush()
                    os._exit(9)
        if "waits" in article.text:
            threading.Event().wait()
        while "busy" in article.text:
            pass
        if "torn" in article.text:
            threading.Thread(target=end_while_sending, args=(threading.get_ident(),)).start()
            return {"id": document_id, "much": "x" * 20_000_000}
        return {"id": document_id}


def end_while_sending(sender):
    """End this process as soon as a thread of it is writing to a pipe."""
    while sys._current_frames()[sender].f_code.co_name != "_send":  # noqa: SLF001 -- the only door
        pass
    os._exit(9)


def main(texts):
    inputs = [BatchInput(str(number), "", text=text) for number, text in enumerate(texts)]
    for line in Pool(2).run(inputs, OddMaker):
        sys.stdout.write(line.data.decode())
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
