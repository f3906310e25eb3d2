// What stands beside the page: the mark that is looked at, the list, and the forms of each step.
const ASKS = {
  reason: "Why did you mark it?", plainer: "A plainer word", loses: "What would be lost with it?",
};
const SURE = ["not sure", "fairly", "sure"];
const SOURCE = {
  name: "Who is it?", role: "In what role?", knows: "How do they know?",
  interest: "What do they stand to gain or lose?", named: "Named, or not? Is a reason given?",
};
const LATERAL = { looked_up: "What did you look up?", where: "Where?", found: "What did you find?" };
let fields = 0;

function field(label, value, change, { rows = 0, isOff = false } = {}) {
  fields += 1;
  const id = `f${fields}`;
  const about = { id, maxlength: 4000, disabled: isOff, autocomplete: "off", oninput: (event) => { change(event.target.value); keepSoon(); } };
  const input = rows ? make("textarea", { ...about, rows }) : make("input", about);
  input.value = value || "";
  return make("div", {}, make("label", { for: id, text: label }), input);
}

let waiting = 0;
function keepSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(keepNow, 400);
}

function keepNow() {
  // Keep what was typed a moment ago; nothing waits any more then.
  if (!waiting) return;
  clearTimeout(waiting);
  waiting = 0;
  keep();
  drawListStates();
}

function drawWork() {
  const work = byId("work");
  const step = here();
  work.textContent = "";
  if (!isOpen(step)) return;
  const last = isHandIn(step) ? "Hand in this step" : "Done with this step";
  const isOver = state.done.includes(step.id);
  const done = make("button", { type: "button", id: "step-done", class: "main", text: isOver ? "Go on" : last, onclick: finishStep });
  const marks = step.pens.length || state.marks.length ? markParts(step) : [];
  const program = showsProgram(step) ? [programPart()] : [];
  const isAboutMarks = ["mark", "program", "compare"].includes(step.kind);
  // Where a step asks for something else, that comes first, and the marks stand below it.
  const parts = isAboutMarks ? [...marks, ...program, stepForm(step), done] : [stepForm(step), done, ...marks, ...program];
  work.append(...parts);
}

function markParts(step) {
  const parts = [];
  const mine = state.marks.filter((mark) => step.articles.includes(mark.article))
    .sort((a, b) => a.article.localeCompare(b.article) || a.start - b.start);
  if (chosen && mine.includes(chosen)) parts.push(markForm(step, chosen));
  parts.push(make("h3", { text: `Your marks so far: ${mine.length}` }));
  const list = make("ul", { id: "marks" });
  for (const mark of mine) list.append(make("li", {}, markRow(mark)));
  if (mine.length) parts.push(list);
  parts.push(make("p", { class: "small", text: "A mark is a question, not a verdict. There is no number of marks to reach." }));
  return parts;
}

function markRow(mark) {
  const article = articles.get(mark.article);
  const button = make("button", { type: "button", "aria-pressed": mark === chosen ? "true" : "false", onclick: () => lookAt(mark) },
    make("span", { class: "small", text: articles.size > 1 ? `${mark.article} ${placeOf(article, mark.start)}` : placeOf(article, mark.start) }),
    make("b", { text: mark.category }),
    make("span", { class: "words", text: stretch(article, mark.start, mark.end) }),
    make("span", { class: "small state", text: "" }));
  button.mark = mark;
  tellState(button);
  return button;
}

function tellState(button) {
  const isGiven = Boolean(button.mark.reason.trim());
  const told = button.querySelector(".state");
  told.textContent = isGiven ? "reason given" : "reason missing";
  told.classList.toggle("missing", !isGiven);
}

function drawListStates() {
  for (const button of document.querySelectorAll("#marks button")) tellState(button);
}

function lookAt(mark) {
  chosen = mark;
  if (shown.id !== mark.article) chooseArticle(mark.article);
  clearSelection();
  drawArticle();
  drawWork();
  const piece = byId("article").querySelector("mark.on");
  if (piece) piece.scrollIntoView({ block: "center" });
  focusFirstField();
}

function focusFirstField() {
  const first = document.querySelector("#mark-form textarea, #mark-form input");
  if (first) first.focus();
  else say("Choose one of your marks first.");
}

function markForm(step, mark) {
  const article = articles.get(mark.article);
  const isOff = frozen(mark.article);
  const form = make("fieldset", { id: "mark-form" },
    make("legend", { text: `Your mark at ${placeOf(article, mark.start)}: ${stretch(article, mark.start, mark.end)}` }));
  const asks = lesson.steps.find((one) => one.pens.length && one.articles.includes(mark.article));
  for (const asked of (step.asks.length ? step : asks || step).asks) {
    if (asked === "sure") form.append(sureChoice(mark, isOff));
    else form.append(field(ASKS[asked], mark[asked], (words) => { mark[asked] = words; }, { rows: asked === "reason" ? 2 : 0, isOff }));
  }
  const remove = make("button", { type: "button", text: "Take this mark away", onclick: () => removeMark(mark, mark.takenBack || "") });
  if (!isOff) form.append(field("If you take it back: why?", mark.takenBack, (words) => { mark.takenBack = words; }), make("p", {}, remove));
  return form;
}

function sureChoice(mark, isOff) {
  const group = make("fieldset", {}, make("legend", { text: "How sure are you?" }));
  for (const words of SURE) {
    const input = make("input", { type: "radio", name: "sure", value: words, disabled: isOff, onchange: () => { mark.sure = words; keepSoon(); } });
    input.checked = mark.sure === words;
    group.append(make("label", { class: "inline" }, input, words));
  }
  return group;
}

function programPart() {
  const part = make("section", { id: "program", "aria-labelledby": "program-title" }, make("h3", { id: "program-title", text: "The program’s marks" }));
  const toggle = make("input", { type: "checkbox", onchange: (event) => { state.showProgram = event.target.checked; keep(); drawArticle(); drawWork(); } });
  toggle.checked = state.showProgram;
  part.append(make("label", { class: "inline" }, toggle, "Show them on the page"));
  const range = selection();
  const found = programHere.filter((mark) => range && mark.start < range[1] && mark.end > range[0]);
  for (const mark of found) {
    part.append(make("p", {}, make("b", { text: `${mark.letter} ${mark.name}: ` }), `“${mark.text}”. ${mark.explanation} ${mark.question}`));
    part.append(make("p", { class: "small", text: `${mark.who} List: ${mark.list}.` }));
  }
  if (state.showProgram && !found.length) part.append(make("p", { class: "small", text: "Tap a word with a blue line, or choose one here, to see why it is marked. Solid: the narrator’s words. Broken: somebody else’s." }));
  const list = make("details", {}, make("summary", { text: `All of them in this article: ${programHere.length}` }));
  const rows = make("ul", {});
  for (const mark of programHere) {
    rows.append(make("li", {}, make("button", { type: "button", onclick: () => { exactRange = [mark.start, mark.end]; drawSelection(); tellSelection(); drawWork(); } },
      make("span", { class: "small", text: placeOf(shown, mark.start) }), make("b", { text: mark.letter }),
      make("span", { class: "words", text: mark.text }), make("span", { class: "small", text: mark.name }))));
  }
  list.append(rows);
  list.open = found.length > 0 && here().kind === "program";
  part.append(list);
  return part;
}

function stepForm(step) {
  const form = make("div", { id: "step-form" });
  if (step.kind === "program") {
    form.append(field("One mark of the program that is wrong, and why", state.program.wrong, (words) => { state.program.wrong = words; }, { rows: 3 }),
      field("One that it missed, and why", state.program.missed, (words) => { state.program.missed = words; }, { rows: 3 }));
  } else if (step.kind === "sources") {
    form.append(...rowsOf("source", SOURCE, state.sources), foundSources());
  } else if (step.kind === "lateral") {
    form.append(...rowsOf("look-up", LATERAL, state.lateral));
  } else if (step.kind === "judge") {
    form.append(field("Your judgement of the whole", state.judgement, (words) => { state.judgement = words; }, { rows: 5 }));
  } else {
    if (step.kind === "compare" && lesson.table.length) form.append(...tableParts(step), foundTable(step));
    form.append(field("Your words on this step", state.steps[step.id], (words) => { state.steps[step.id] = words; }, { rows: 3 }));
  }
  return form;
}

function tableParts(step) {
  // The comparison table: a group of fields for each row, one field for each article.
  return lesson.table.map((row) => {
    const group = make("fieldset", { class: "cells" }, make("legend", { text: row.title }));
    for (const id of readableIn(step)) {
      const cell = cellOf(row.id, id);
      group.append(field(`${id} ${articles.get(id).title}`, cell.text, (words) => { cell.text = words; }, { rows: 2 }));
    }
    return group;
  });
}

function foundTable(step) {
  // What the program would write into the table, shown only after an own cell, where it is not locked.
  const part = make("details", { id: "found-table" }, make("summary", { text: "What the program found" }));
  part.addEventListener("toggle", () => {
    for (const old of part.querySelectorAll("p, h4, dl")) old.remove();
    const isOwn = state.comparison.some((cell) => cell.text.trim());
    const told = !showsProgram(step) ? "The program’s table is locked in this step." : isOwn ? "" : "Fill one cell yourself first.";
    if (told) { part.append(make("p", { class: "small", text: told })); return; }
    for (const row of lesson.table) part.append(make("h4", { text: row.title }), foundCells(row, step));
    part.append(make("p", { class: "small", text: "The program may be wrong, and it does not know what is missing. Equal space is not always fair." }));
  });
  return part;
}

function foundCells(row, step) {
  const cells = data.filled.filter((cell) => cell.row === row.id && readableIn(step).includes(cell.article));
  if (!cells.length) return make("p", { class: "small", text: "Only a reader can tell." });
  const list = make("dl", {});
  for (const cell of cells) {
    list.append(make("dt", { text: `${cell.article} ${articles.get(cell.article).title}` }));
    for (const line of cell.text.split("\n")) list.append(make("dd", { text: line }));
  }
  return list;
}

function rowsOf(name, labels, rows) {
  if (!rows.length) rows.push(Object.fromEntries(Object.keys(labels).map((key) => [key, ""])));
  const parts = rows.map((row, number) => {
    const group = make("fieldset", {}, make("legend", { text: `${name} ${number + 1}` }));
    for (const [key, label] of Object.entries(labels)) {
      group.append(field(label, row[key], (words) => { row[key] = words; }));
    }
    return group;
  });
  const more = make("button", { type: "button", text: `One more ${name}`, onclick: () => {
    rows.push(Object.fromEntries(Object.keys(labels).map((key) => [key, ""])));
    keep();
    drawWork();
    const groups = document.querySelectorAll("#step-form fieldset");
    groups[groups.length - 1].querySelector("input").focus();
  } });
  return [...parts, make("p", {}, more)];
}

function foundSources() {
  // What the program found, shown only after an own answer.
  const part = make("details", { id: "found-sources" }, make("summary", { text: "What the program found" }));
  part.addEventListener("toggle", () => {
    for (const old of part.querySelectorAll("p, ul")) old.remove();
    const isOwn = state.sources.some(isFilled);
    if (!isOwn) { part.append(make("p", { class: "small", text: "Write down one source yourself first." })); return; }
    const list = make("ul", {});
    for (const source of shown.sources) list.append(make("li", { text: `${source.name}: ${source.about}` }));
    part.append(list, make("p", { class: "small", text: "The program may be wrong. How they know and what they gain, only a reader can find out." }));
  });
  return part;
}
