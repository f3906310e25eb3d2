// What the pupil has done: kept as a draft on this device where it may be, saved as an answer file.
const DRAFT = `close-reader-lesson/${lesson.id}`;
const LARGEST = 50000;
const CODE = /^[\p{L}\p{N}](?:[\p{L}\p{N}_ .-]{0,38}[\p{L}\p{N}])?$/u;

function begun() {
  return {
    code: "", step: lesson.steps[0].id, article: "", done: [], handed: [], words: [],
    marks: [], withdrawn: [], sources: [], lateral: [], program: { wrong: "", missed: "" },
    steps: {}, comparison: [], judgement: "", showProgram: true,
  };
}

let state = begun();
let history = [];
let isKept = false;

function kept() {
  // Return the draft of this device, or null. A damaged draft is none.
  try {
    const found = JSON.parse(localStorage.getItem(DRAFT));
    const isWhole = found && Array.isArray(found.marks) && lesson.steps.some((s) => s.id === found.step);
    return isWhole ? { ...begun(), ...found } : null;
  } catch {
    return null;
  }
}

function keep() {
  try {
    localStorage.setItem(DRAFT, JSON.stringify(state));
    isKept = true;
    byId("draft").textContent = "Kept as a draft on this device.";
  } catch {
    byId("draft").textContent = "This device keeps no draft. Save your answer file before you leave.";
  }
}

function forget() {
  clearTimeout(waiting);
  waiting = 0;
  try { localStorage.removeItem(DRAFT); } catch { /* there is none then */ }
  state = begun();
  history = [];
}

const stepOf = (id) => lesson.steps.find((step) => step.id === id);
const here = () => stepOf(state.step);

function isOpen(step) {
  const { when, step: before, word } = step.opens;
  if (when === "after") return state.done.includes(before);
  if (when === "handed-in") return state.handed.includes(before);
  if (when === "word") return !word || state.words.includes(step.id);
  return true;
}

function lockWords(step) {
  const before = stepOf(step.opens.step);
  const name = before ? `step ${lesson.steps.indexOf(before) + 1}` : "";
  if (step.opens.when === "after") return `opens after ${name}`;
  if (step.opens.when === "handed-in") return `opens when ${name} is handed in`;
  if (step.opens.when === "word") return "opens with a word that your teacher says";
  return "";
}

const isHandIn = (step) => lesson.steps.some((one) => one.opens.when === "handed-in" && one.opens.step === step.id);
const frozen = (article) => state.handed.some((id) => stepOf(id).articles.includes(article));
const showsProgram = (step) => !step.locked.includes("program") && isOpen(step);
const readableIn = (step) => [...articles.keys()].filter((id) => step.articles.includes(id) && !step.locked.includes(id));
const showsOutlets = (step) => {
  const from = lesson.steps.findIndex((one) => one.id === lesson.outlets_from);
  return from < 0 || lesson.steps.indexOf(step) >= from;
};

function remember() {
  history.push(JSON.stringify([state.marks, state.withdrawn]));
  if (history.length > 50) history.shift();
}

function undo() {
  const before = history.pop();
  if (before) [state.marks, state.withdrawn] = JSON.parse(before);
  return Boolean(before);
}

function plainMark(mark) {
  const article = articles.get(mark.article);
  return {
    article: mark.article, category: mark.category, reason: mark.reason || "",
    plainer: mark.plainer || "", loses: mark.loses || "", sure: mark.sure || null,
    selector: selectorOf(article, mark.start, mark.end), also: [],
  };
}

function cellOf(row, article) {
  // The cell of the comparison table, made where there is none yet.
  let cell = state.comparison.find((one) => one.row === row && one.article === article);
  if (!cell) { cell = { row, article, text: "" }; state.comparison.push(cell); }
  return cell;
}

const isFilled = (row) => Object.values(row).some((words) => words.trim());

function answer() {
  const order = [...articles.keys()];
  const marks = [...state.marks].sort((a, b) => order.indexOf(a.article) - order.indexOf(b.article) || a.start - b.start);
  return {
    schema: "close-reader/answer/1", lesson: lesson.id, code: state.code.trim(),
    articles: [...articles.values()].map(({ id, sha256 }) => ({ id, sha256 })),
    marks: marks.map(plainMark),
    sources: state.sources.filter(isFilled), lateral: state.lateral.filter(isFilled),
    program: state.program, steps: state.steps, judgement: state.judgement,
    lexicons: lesson.lexicons, withdrawn: state.withdrawn.map(plainMark),
    comparison: state.comparison.filter((cell) => cell.text.trim()),
  };
}

function save() {
  keepNow();
  const told = byId("saved");
  if (!CODE.test(state.code.trim())) {
    told.textContent = "Type your code first: letters and digits, as in heron-14.";
    byId("code").focus();
    return;
  }
  const text = `${JSON.stringify(answer())}\n`;
  const bytes = new TextEncoder().encode(text);
  byId("copy").value = text;
  if (bytes.length > LARGEST) {
    told.textContent = `Your answer has ${Math.round(bytes.length / 1000)} kB, and may have 50. Shorten your longest reasons.`;
    return;
  }
  const name = `${state.code.trim().replace(/[^\p{L}\p{N}_.-]+/gu, "-")}.answer`;
  const link = make("a", { href: URL.createObjectURL(new Blob([bytes], { type: "application/json" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  told.textContent = `Saved as ${name}. Hand this file in.`;
}
