// The search of the static site: the words' pairs of characters are looked up in a few small files, and what they leave is compared with the words.
const BLANKS = /[\s\u200b\ufeff\u001c-\u001f\u0085]+/gu;
const SHORTEST = 2;
const LONGEST = 40;
const MOST_PAIRS = 4;
const SHOWN = 10;
const UNITS = 4; // in a file
const WORDS = JSON.parse(document.getElementById("words").textContent);
const status = document.getElementById("status");
const results = document.getElementById("results");
const more = document.getElementById("more");
const files = new Map();

const folded = (text) => text.normalize("NFKC").toLowerCase().replace(BLANKS, "");
const load = (path) => {
  if (!files.has(path)) files.set(path, fetch(path).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(path)))));
  return files.get(path);
};
const pairsOf = (word) => {
  const signs = Array.from(word);
  const pairs = [...new Set(signs.slice(1).map((sign, place) => signs[place] + sign))];
  if (pairs.length <= MOST_PAIRS) return pairs;
  return Array.from({ length: MOST_PAIRS }, (_, place) => pairs[Math.floor((place * (pairs.length - 1)) / (MOST_PAIRS - 1))]);
};
const fileOf = (pair, count) => {
  const [one, two] = Array.from(pair).map((sign) => sign.codePointAt(0));
  return (7919 * one + 104729 * two) % count;
};
const decoded = (written) => {
  const numbers = [];
  if (written.startsWith("@")) {
    const bits = atob(written.slice(1));
    for (let place = 0; place < bits.length; place += 1) for (let bit = 0; bit < 8; bit += 1) if ((bits.charCodeAt(place) >> bit) & 1) numbers.push(8 * place + bit);
    return numbers;
  }
  let last = 0;
  for (const step of written.split(",")) numbers.push((last += step ? Number(step) : 1));
  return numbers;
};

const row = ([path, kind, title, note, text], words) => {
  const made = document.createElement("li");
  const link = document.createElement("a");
  link.href = path;
  link.textContent = title;
  const source = document.createElement("span");
  source.className = "source";
  source.textContent = [WORDS[`kind_${kind}`], note].filter(Boolean).join(" · ");
  made.append(link, source);
  if (kind === "passage" || text !== title) made.append(around(text, words));
  return made;
};

const around = (text, words) => {
  const made = document.createElement("span");
  const low = text.toLowerCase();
  const found = words.map((word) => [low.indexOf(word), word]).filter(([place]) => place >= 0).sort((one, two) => one[0] - two[0])[0];
  const [place, word] = found ?? [0, ""];
  const begin = Math.max(0, place - 30);
  const hit = document.createElement("mark");
  hit.className = "hit";
  hit.textContent = text.slice(place, place + word.length);
  made.append(begin ? "…" : "", text.slice(begin, place), hit, text.slice(place + word.length, begin + 140), begin + 140 < text.length ? "…" : "");
  return made;
};

const search = async (typed) => {
  const words = typed.split(/\s+/u).map((word) => Array.from(folded(word)).slice(0, LONGEST).join("")).filter((word) => Array.from(word).length >= SHORTEST);
  if (!words.length) return { words, numbers: [] };
  const pairs = [...new Set(words.flatMap(pairsOf))];
  const lists = await Promise.all(pairs.map(async (pair) => (await load(`search/g/${fileOf(pair, WORDS.files)}.json`))[pair]));
  let numbers = null;
  for (const written of lists) {
    const of = written === undefined ? [] : decoded(written);
    if (numbers) {
      const kept = new Set(of);
      numbers = numbers.filter((number) => kept.has(number));
    } else numbers = of;
  }
  return { words, numbers };
};

const show = async () => {
  const typed = new URLSearchParams(location.search).get("q") ?? "";
  for (const field of document.querySelectorAll("input[name=q]")) field.value = typed;
  if (!typed.trim()) return;
  status.textContent = WORDS.searching;
  const begun = performance.now();
  try {
    const { words, numbers } = await search(typed);
    if (!words.length) {
      status.textContent = WORDS.short;
      return;
    }
    const exact = words.length === 1 && words[0].length === SHORTEST; // a pair is its own proof
    let next = 0;
    let count = 0;
    const step = async () => {
      for (let left = SHOWN; left > 0 && next < numbers.length; ) {
        const stretch = numbers.slice(next, next + left);
        const units = await Promise.all(stretch.map(async (number) => (await load(`search/u/${Math.floor(number / UNITS)}.json`))[number % UNITS]));
        const held = units.filter((unit) => words.every((word) => folded(unit[4]).includes(word)));
        results.append(...held.map((unit) => row(unit, words)));
        next += stretch.length;
        left -= held.length;
        count += held.length;
      }
      results.hidden = !count;
      more.hidden = next >= numbers.length;
      const all = next >= numbers.length ? count : numbers.length;
      status.textContent = count ? WORDS.found.replace("{shown}", count).replace("{all}", (next >= numbers.length || exact ? "" : "≤ ") + all) : WORDS.none;
      document.body.dataset.took = String(Math.round(performance.now() - begun));
      document.body.dataset.found = String(all);
    };
    more.onclick = step;
    await step();
  } catch {
    status.textContent = WORDS.failed;
  }
};
show();
