// The page: the article in words that can be tapped, the marks, and the cursor of the keyboard.
let shown = null; // the article on the page
let anchor = -1; // the word where a selection began, by its number
let cursor = -1; // the word where it ends
let tapped = -1; // the first of two words that are tapped one after the other
let exactRange = null; // a selection by mouse or finger that is finer than words
let chosen = null; // the mark that is looked at
let programHere = []; // the program's marks on the page

const formOf = (pen) => (lesson.categories.find((one) => one.id === pen) || { form: "ring" }).form;

function selection() {
  if (exactRange) return exactRange;
  if (anchor < 0 || !shown) return null;
  const [first, last] = [Math.min(anchor, cursor), Math.max(anchor, cursor)];
  return [shown.words[first][0], shown.words[last][1]];
}

function clearSelection() {
  anchor = -1; cursor = -1; tapped = -1; exactRange = null;
}

function showArticle(id) {
  if (!shown || shown.id !== id) { clearSelection(); chosen = null; }
  shown = articles.get(id);
  drawArticle();
}

function drawArticle() {
  const page = byId("article");
  page.textContent = "";
  page.setAttribute("aria-label", `Article: ${shown.title}`);
  programHere = showsProgram(here()) && state.showProgram ? shown.program : [];
  let number = 0;
  for (const zone of shown.zones) {
    const counts = zone.kind === "paragraph" || zone.kind === "list-item";
    if (counts) number += 1;
    const tag = { headline: "h3", subheading: "h4" }[zone.kind] || "p";
    const block = make(tag, { class: counts || tag !== "p" ? null : "quiet", "data-n": counts ? number : null });
    fillZone(block, zone);
    page.append(block);
  }
  drawSelection();
}

function fillZone(block, zone) {
  const own = state.marks.filter((mark) => mark.article === shown.id && mark.start < zone.end && mark.end > zone.start);
  const program = programHere.filter((mark) => mark.start < zone.end && mark.end > zone.start);
  const words = shown.words.filter(([start, end]) => start < zone.end && end > zone.start);
  const edges = new Set([zone.start, zone.end]);
  for (const item of [...own, ...program]) {
    edges.add(Math.max(zone.start, item.start));
    edges.add(Math.min(zone.end, item.end));
  }
  const borders = new Set(edges);
  for (const [start, end] of words) { borders.add(start); borders.add(end); }
  const sorted = [...borders].sort((a, b) => a - b);
  let holder = block;
  for (let i = 0; i + 1 < sorted.length; i += 1) {
    const [start, end] = [sorted[i], sorted[i + 1]];
    if (edges.has(start)) holder = nested(block, own, program, start);
    const piece = make("span", { text: stretch(shown, start, end), "data-s": start, "data-e": end });
    if (words.some(([s, e]) => s <= start && end <= e)) piece.className = "w";
    holder.append(piece);
    for (const mark of own) if (mark.end === end) holder.append(make("span", { class: "l", "data-l": mark.category, "aria-hidden": "true" }));
    for (const mark of program) if (mark.end === end) holder.append(make("span", { class: "l p", "data-l": mark.letter, "aria-hidden": "true" }));
  }
}

function nested(block, own, program, start) {
  let holder = block;
  const over = (mark) => mark.start <= start && start < mark.end;
  for (const mark of program.filter(over)) {
    const kind = `program ${mark.panel}${mark.voice === "narrator" ? "" : " others"}`;
    const element = make("mark", { class: kind });
    holder.append(element); holder = element;
  }
  for (const mark of own.filter(over)) {
    const element = make("mark", { class: `${formOf(mark.category)}${mark === chosen ? " on" : ""}` });
    holder.append(element); holder = element;
  }
  return holder;
}

function drawSelection() {
  const range = selection();
  const word = cursor >= 0 && !exactRange ? shown.words[cursor] : null;
  for (const piece of byId("article").querySelectorAll("span[data-s]")) {
    const [start, end] = [Number(piece.dataset.s), Number(piece.dataset.e)];
    piece.classList.toggle("sel", Boolean(range) && start >= range[0] && end <= range[1]);
    piece.classList.toggle("cur", Boolean(word) && start >= word[0] && end <= word[1]);
  }
}

function tapWord(event) {
  const native = event.shiftKey ? null : nativeRange();
  if (native) { clearSelection(); exactRange = native; tellSelection(); drawSelection(); drawWork(); return; }
  const piece = event.target.closest("span.w");
  if (!piece) return;
  const place = Number(piece.dataset.s);
  const index = shown.words.findIndex(([start, end]) => start <= place && place < end);
  const isSecond = tapped >= 0 && index !== tapped && Math.abs(index - tapped) < 12 && event.pointerType !== "mouse";
  exactRange = null;
  cursor = index;
  if (isSecond) { anchor = tapped; tapped = -1; }
  else if (!event.shiftKey || anchor < 0) { anchor = index; tapped = index; }
  if (event.shiftKey) window.getSelection().removeAllRanges();
  const before = chosen;
  chosen = markAt(place) || chosen;
  if (chosen !== before) drawArticle();
  tellSelection();
  drawSelection();
  drawWork();
}

function nativeRange() {
  // What mouse or finger selected in the usual way, as code points of the article.
  const found = window.getSelection();
  if (!found || found.isCollapsed || !byId("article").contains(found.anchorNode)) return null;
  const range = found.getRangeAt(0);
  const start = offsetAt(range.startContainer, range.startOffset);
  const end = offsetAt(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  const [from, to] = trimmed(shown, start, end);
  return from < to ? wholeWords(shown, from, to) : null;
}

function offsetAt(node, units) {
  const piece = node.nodeType === Node.TEXT_NODE ? node.parentElement : node.childNodes[units] || node;
  const holder = piece.closest && piece.closest("span[data-s]");
  if (holder) {
    const before = node.nodeType === Node.TEXT_NODE ? Array.from(node.data.slice(0, units)).length : 0;
    return Number(holder.dataset.s) + before;
  }
  const next = piece.querySelector && piece.querySelector("span[data-s]");
  return next ? Number(next.dataset.s) : null;
}

const markAt = (place) => state.marks.find((mark) => mark.article === shown.id && mark.start <= place && place < mark.end) || null;

function tellSelection() {
  const range = selection();
  if (!range) return;
  const mark = markAt(range[0]);
  const program = programHere.filter((one) => one.start < range[1] && one.end > range[0]);
  const told = [stretch(shown, range[0], range[1]), `place ${placeOf(shown, range[0])}`];
  if (mark) told.push(`marked ${mark.category}`);
  for (const one of program) told.push(`the program says: ${one.name}`);
  say(told.join(", "));
}

function moveCursor(step, extends_) {
  exactRange = null; tapped = -1;
  const last = shown.words.length - 1;
  cursor = cursor < 0 ? 0 : Math.max(0, Math.min(last, cursor + step));
  if (!extends_ || anchor < 0) anchor = cursor;
  const mark = markAt(shown.words[cursor][0]);
  if (mark !== chosen && mark) { chosen = mark; drawArticle(); drawWork(); }
  drawSelection();
  tellSelection();
  const piece = byId("article").querySelector(".cur");
  if (piece) piece.scrollIntoView({ block: "nearest" });
}

function wordInLine(step) {
  // How many words on the word above or below stands.
  const pieces = [...byId("article").querySelectorAll("span.w")];
  const boxOf = (index) => {
    const [start] = shown.words[index];
    return pieces.find((piece) => Number(piece.dataset.s) === start).getBoundingClientRect();
  };
  if (cursor < 0) return 1;
  const from = boxOf(cursor);
  let best = 0;
  for (let index = cursor + step; index >= 0 && index < shown.words.length; index += step) {
    const box = boxOf(index);
    const isFurther = best && Math.abs(box.top - boxOf(cursor + best).top) > 8;
    if (isFurther) break;
    if (Math.abs(box.top - from.top) > 8) {
      const isNearer = !best || Math.abs(box.left - from.left) < Math.abs(boxOf(cursor + best).left - from.left);
      if (isNearer) best = index - cursor;
    }
  }
  return best || step;
}

function keyOnArticle(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
    if (undo()) { chosen = null; changed(); say("Taken back."); }
    event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const steps = { ArrowRight: 1, ArrowLeft: -1 };
  const key = event.key.toLowerCase();
  const pen = lesson.categories.find((one) => one.id.toLowerCase() === key)
    || lesson.categories.find((one) => one.id.slice(0, 1).toLowerCase() === key);
  if (event.key in steps) moveCursor(steps[event.key], event.shiftKey);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") moveCursor(wordInLine(event.key === "ArrowDown" ? 1 : -1), event.shiftKey);
  else if (event.key === "Home") moveCursor(-shown.words.length, event.shiftKey);
  else if (event.key === "End") moveCursor(shown.words.length, event.shiftKey);
  else if (event.key === "Escape") { clearSelection(); chosen = null; drawArticle(); drawWork(); }
  else if (event.key === "Delete" || event.key === "Backspace") removeMark(chosen);
  else if (event.key === "Enter") focusFirstField();
  else if (pen) markWith(pen.id);
  else return;
  event.preventDefault();
}

function mayMark(pen) {
  if (!here().pens.includes(pen)) return "This step has no such pen.";
  if (frozen(shown.id)) return "This article has been handed in; its marks stay as they are.";
  return "";
}

function markWith(pen) {
  const native = nativeRange();
  if (native) exactRange = native;
  const range = selection();
  const refusal = mayMark(pen) || (range ? "" : "Select a word or a few words first.");
  if (refusal) { say(refusal); byId("hint").textContent = refusal; return; }
  const [start, end] = range;
  const same = state.marks.find((mark) => mark.article === shown.id && mark.category === pen && mark.start === start && mark.end === end);
  if (!same) {
    remember();
    state.marks.push({ article: shown.id, category: pen, start, end, reason: "", plainer: "", loses: "", sure: null });
  }
  chosen = same || state.marks[state.marks.length - 1];
  window.getSelection().removeAllRanges();
  exactRange = null; tapped = -1;
  if (cursor < 0) { cursor = shown.words.findIndex((word) => word[1] > start); }
  anchor = cursor;
  changed();
  say(`Marked ${pen}: ${stretch(shown, start, end)}. Press Enter to say why.`);
}

function removeMark(mark, reason = "") {
  if (!mark) { say("Choose one of your marks first."); return; }
  if (frozen(mark.article)) { say("This article has been handed in; its marks stay as they are."); return; }
  remember();
  state.marks = state.marks.filter((one) => one !== mark);
  if (reason.trim()) state.withdrawn.push({ ...mark, reason });
  chosen = null;
  changed();
  say("The mark is taken away. Control Z brings it back.");
}
