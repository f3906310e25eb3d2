// The texts: code points, words, places. Offsets are code points, as in the answer file.
const data = JSON.parse(document.getElementById("data").textContent);
const lesson = data.lesson;
const articles = new Map();
for (const one of data.articles) {
  const points = Array.from(one.text);
  articles.set(one.id, { ...one, points, words: wordsOf(points) });
}

function wordsOf(points) {
  // Words are runs of letters, digits, and signs inside them; each is [start, end).
  const found = [];
  const isWord = (sign) => /[\p{L}\p{N}\p{M}]/u.test(sign || "");
  let start = -1;
  for (let place = 0; place <= points.length; place += 1) {
    const sign = points[place];
    const joins = start >= 0 && /['’\-‐‑.,]/u.test(sign || "") && isWord(points[place + 1]);
    if (isWord(sign) || joins) {
      if (start < 0) start = place;
    } else if (start >= 0) {
      found.push([start, place]);
      start = -1;
    }
  }
  return found;
}

function stretch(article, start, end) {
  return article.points.slice(start, end).join("");
}

function placeOf(article, offset) {
  let place = "";
  for (const [start, name] of article.sentences) {
    if (start > offset) break;
    place = name;
  }
  return place || "title";
}

function selectorOf(article, start, end) {
  return [
    {
      type: "TextQuoteSelector",
      exact: stretch(article, start, end),
      prefix: stretch(article, Math.max(0, start - 32), start),
      suffix: stretch(article, end, end + 32),
    },
    { type: "TextPositionSelector", start, end },
  ];
}

function trimmed(article, start, end) {
  // Leave out space at both ends of a selection.
  while (start < end && /\s/u.test(article.points[start])) start += 1;
  while (end > start && /\s/u.test(article.points[end - 1])) end -= 1;
  return [start, end];
}

function wholeWords(article, start, end) {
  // Fingers and mice slip: a selection that cuts a word takes the whole of it.
  const first = article.words.find((word) => word[0] < start && start < word[1]);
  const last = article.words.find((word) => word[0] < end && end < word[1]);
  return [first ? first[0] : start, last ? last[1] : end];
}

function dayOf(published) {
  const day = new Date(`${published}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return published;
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

function make(tag, about = {}, ...children) {
  // An element; everything from the lesson comes in as text, never as markup.
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

const byId = (id) => document.getElementById(id);
const say = (words) => { byId("spoken").textContent = words; };
