// The steps, and how everything answers.
function drawSteps() {
  const list = byId("steps");
  list.textContent = "";
  lesson.steps.forEach((step, number) => {
    const open = isOpen(step);
    const isDone = state.done.includes(step.id);
    const told = open ? (isDone ? ", done" : "") : `, ${lockWords(step)}`;
    list.append(make("li", {}, make("button", {
      type: "button", "aria-current": step.id === state.step ? "step" : null,
      "aria-disabled": open || step.opens.when === "word" ? null : "true",
      title: open ? null : lockWords(step), onclick: () => chooseStep(step.id),
    }, `${number + 1} ${step.title}${isDone ? " ✓" : ""}`, make("span", { class: "unseen", text: told }))));
  });
}

function drawTask() {
  const step = here();
  const number = lesson.steps.indexOf(step) + 1;
  byId("task-title").textContent = `Step ${number} of ${lesson.steps.length}: ${step.title}`;
  byId("task-words").textContent = step.task;
  const parts = [];
  if (step.minutes) parts.push(`${step.minutes} minutes planned.`);
  const opens = lesson.steps.find((one) => !one.locked.includes("program"));
  if (!showsProgram(step) && opens) parts.push(`The program’s marks open in step ${lesson.steps.indexOf(opens) + 1}.`);
  if (!isOpen(step)) parts.push(`This step ${lockWords(step)}.`);
  byId("task-lock").textContent = parts.join(" ");
  byId("word-lock").hidden = isOpen(step) || step.opens.when !== "word";
  byId("forewarning").hidden = !lesson.forewarning || number > 1;
  byId("forewarning").textContent = lesson.forewarning;
}

function drawReading() {
  const step = here();
  const ids = isOpen(step) ? readableIn(step) : [];
  byId("reading").hidden = !ids.length;
  if (!ids.length) { byId("where").textContent = ""; shown = null; return; }
  if (!ids.includes(state.article)) [state.article] = ids;
  const tabs = byId("article-tabs");
  tabs.textContent = "";
  if (ids.length > 1) {
    for (const id of ids) {
      tabs.append(make("button", { type: "button", "aria-pressed": id === state.article ? "true" : "false",
        text: `${id} ${articles.get(id).title}`, onclick: () => { chooseArticle(id); drawWork(); } }));
    }
  }
  drawPens(step);
  showArticle(state.article);
  const number = [...articles.keys()].indexOf(state.article) + 1;
  const outlet = showsOutlets(step) ? shown.outlet || "no outlet named" : "outlet hidden";
  const day = shown.published ? `, ${dayOf(shown.published)}` : "";
  byId("where").textContent = `Article ${state.article}, ${number} of ${articles.size}, ${outlet}${day}`;
}

function drawPens(step) {
  const pens = byId("pens");
  pens.textContent = "";
  const isOff = frozen(state.article);
  for (const id of isOff ? [] : step.pens) {
    const pen = lesson.categories.find((one) => one.id === id);
    pens.append(make("button", { type: "button", title: pen.task, text: `${pen.id} ${pen.name}`, onclick: () => markWith(pen.id) }));
  }
  if (pens.children.length) {
    pens.append(make("button", { type: "button", text: "Say why", onclick: focusFirstField }),
      make("button", { type: "button", text: "Remove", onclick: () => removeMark(chosen) }),
      make("button", { type: "button", text: "Undo", onclick: () => { if (undo()) { chosen = null; changed(); } } }));
    byId("hint").textContent = "Tap a word, or the first and the last of several, or select them; then choose a pen. With keys: arrows walk over the words, Shift takes more, a pen’s letter marks, Enter leads to the reason, Del takes away.";
  } else {
    byId("hint").textContent = isOff && step.pens.length ? "This article has been handed in; its marks stay as they are." : "";
  }
}

function chooseArticle(id) {
  state.article = id;
  keep();
  drawReading();
}

function chooseStep(id) {
  const step = stepOf(id);
  if (!isOpen(step) && step.opens.when !== "word") { say(`This step ${lockWords(step)}.`); return; }
  state.step = id;
  keep();
  draw();
  byId("task-title").focus();
}

function finishStep() {
  const step = here();
  if (!state.done.includes(step.id)) state.done.push(step.id);
  if (isHandIn(step) && !state.handed.includes(step.id)) state.handed.push(step.id);
  const next = lesson.steps[lesson.steps.indexOf(step) + 1];
  if (next && (isOpen(next) || next.opens.when === "word")) { chooseStep(next.id); return; }
  keep();
  draw();
  byId(next ? "task-title" : "save").focus();
}

function openWithWord() {
  const step = here();
  const isRight = byId("word").value.trim().toLowerCase() === step.opens.word.trim().toLowerCase();
  byId("word-told").textContent = isRight ? "" : "That is not the word.";
  if (!isRight) return;
  state.words.push(step.id);
  byId("word").value = "";
  keep();
  draw();
}

function changed() {
  keep();
  drawArticle();
  drawWork();
}

function draw() {
  fields = 0;
  chosen = null;
  drawSteps();
  drawTask();
  drawReading();
  drawWork();
}

function begin() {
  const draft = kept();
  if (draft) {
    state = draft;
    byId("draft").textContent = `A draft of this device is back${draft.code ? `, of ${draft.code}` : ""}. If it is not yours, begin anew.`;
  }
  byId("lesson-title").textContent = lesson.title;
  byId("code").value = state.code;
  byId("code").addEventListener("input", (event) => { state.code = event.target.value; keepSoon(); });
  byId("save").addEventListener("click", save);
  byId("forget").addEventListener("click", () => {
    forget();
    byId("code").value = "";
    byId("saved").textContent = "";
    byId("copy").value = "";
    draw();
    byId("draft").textContent = "The draft is gone from this device.";
  });
  byId("open-word").addEventListener("click", openWithWord);
  window.addEventListener("pagehide", keepNow);
  byId("article").addEventListener("click", tapWord);
  byId("article").addEventListener("keydown", keyOnArticle);
  draw();
}

begin();
