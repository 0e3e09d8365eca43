// The reader: a notice as printed, each fact marked by its relation, doubts by a wavy line, the words searched by a ground.
BLOCKS.reader = (block, page) => {
  const text = el("article", "reader", block.title ? el("h1", null, block.title) : null);
  for (const passage of block.passages) {
    const words = el("p", passage.row ? "printed row" : "printed");
    for (const part of passage.parts) {
      if (!part.relation && !part.hit) {
        words.append(part.t);
        continue;
      }
      const made = el(part.id ? "a" : "span", `fact ${part.relation ?? ""}${part.hit ? " hit" : ""}${part.picked ? " picked" : ""}`, part.t);
      if (part.id) {
        made.href = page.href(part.go);
        made.title = part.title ?? "";
        made.addEventListener("click", (event) => {
          event.preventDefault();
          page.go(part.go);
        });
      }
      words.append(made);
    }
    text.append(el("div", "passage", el("span", "line-number", passage.line ? String(passage.line) : ""), words));
  }
  const bar = el("div", "reader-bar", (block.before ?? []).map((action) => button(action, page)), block.searched ? el("span", "searched", spans(block.searched, page)) : null);
  const host = el("section", "card flush reading", bar.childElementCount ? bar : null, text);
  requestAnimationFrame(() => {
    const first = host.querySelector(".picked") ?? host.querySelector(".hit");
    if (first && block.scroll) first.scrollIntoView({ block: "center" });
  });
  return host;
};

BLOCKS.page_image = (block) => {
  const host = el("div", "page-image");
  const image = el("img");
  if (/^(data:image\/(png|jpeg);base64,|\/)/.test(block.src)) image.src = block.src;
  image.alt = block.alt;
  host.append(image, ...block.boxes.map((box) => {
    const made = el("i", "box");
    Object.assign(made.style, { left: `${box.x}%`, top: `${box.y}%`, width: `${box.w}%`, height: `${box.h}%` });
    return made;
  }));
  return host;
};
