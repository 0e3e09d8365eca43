// Shows passages with the quotation marked; every text is set as text, never as mark-up.
export default function ({ data, parentElement }) {
  const host = parentElement.querySelector(".passages");
  host.classList.toggle("quotation", data.small);
  host.replaceChildren(
    ...data.passages.map((passage) => {
      const row = document.createElement("div");
      row.className = passage.parts.some((part) => part.marked) ? "passage hit" : "passage";
      const line = document.createElement("span");
      line.className = "line";
      line.textContent = passage.line;
      const text = document.createElement("p");
      for (const part of passage.parts) {
        const piece = document.createElement(part.marked ? "mark" : "span");
        piece.textContent = part.text;
        text.append(piece);
      }
      row.append(line, text);
      return row;
    }),
  );
}
