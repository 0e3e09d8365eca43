// A page drawn from its blocks. It hands back an address to go to, a row that was picked, or an act.
export default function ({ data: [data], parentElement, setTriggerValue }) {
  const host = parentElement.querySelector(".page");
  const page = {
    href: addressOf,
    go: (to) => setTriggerValue("go", to),
    pick: (key) => setTriggerValue("pick", key),
    act: (name) => setTriggerValue("act", name),
  };
  host.lang = data.language === "en" ? "en" : "zh-CN";
  const focused = host.contains(parentElement.activeElement) ? [...host.querySelectorAll("[tabindex],a,button")].indexOf(parentElement.activeElement) : -1;
  host.replaceChildren(...draw(data.blocks, page));
  if (focused >= 0) [...host.querySelectorAll("[tabindex],a,button")][focused]?.focus({ preventScroll: true });
}
