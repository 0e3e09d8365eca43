// Streamlit says a few things in English only: on Chinese pages they are said in Chinese, and given back when the language changes.
const CHINESE = {
  "Main menu": "菜单", "Skip to main content": "跳到正文", "Choose date": "选择日期", "Previous month": "上个月", "Next month": "下个月",
  "Next": "下一个", "Previous": "上一个", "Open": "打开", "Close": "关闭", "Dismiss": "关闭", "file upload": "选择文件", "Upload": "选择文件",
  "Browse files": "选择文件", "Choose an option": "请选择", "Running...": "正在运行", "Stop": "停止", "No results": "没有相符的",
  "Clear value": "清除", "Clear all": "全部清除", "Invalid date format": "不是日期",
  "Use arrow keys to navigate dates. Enter to select. Escape to close.": "用方向键选日期，Enter 确定，Esc 关闭",
};
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const PATTERNS = [
  [/^Selected Date: (\w+) (\d+), (\d+)$/, (_, month, day, year) => `已选 ${year}年${MONTHS.indexOf(month) + 1}月${Number(day)}日`],
  [/^(\d+) options? available\.$/, "$1 个选项"],
  [/^(\d+(?:\.\d+)?)\s?([MG])B per file$/, "每个文件不超过 $1 $2B"],
  [/^Remove (.+)$/, "移除 $1"],
  [/^Showing page (\d+) of (\d+)$/, "第 $1 页，共 $2 页"],
];
const MOST_KEPT = 200;
const SPOKEN = ["aria-label", "title", "placeholder"];

const inChinese = (words) => {
  const known = CHINESE[words.trim()];
  if (known) return known;
  for (const [pattern, instead] of PATTERNS) if (pattern.test(words.trim())) return words.trim().replace(pattern, instead);
  return null;
};

// Every text and label below a node; what was said before is kept, so that it can be given back.
const speakBelow = (root, kept) => {
  if (kept.size > MOST_KEPT) for (const node of kept.keys()) if (!node.isConnected) kept.delete(node);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      const words = inChinese(node.data);
      if (words) {
        kept.set(node, node.data);
        node.data = words;
      }
      continue;
    }
    for (const name of SPOKEN) {
      const given = node.getAttribute?.(name);
      const words = given && inChinese(given);
      if (words) node.setAttribute(name, words);
    }
  }
};

const speak = (language) => {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  const now = (window.zhizeSpeaks ??= { kept: new Map() });
  if (now.language === language) return;
  now.language = language;
  now.watching?.disconnect();
  for (const [node, words] of now.kept) node.data = words;
  now.kept.clear();
  if (language === "en") {
    for (const [english, chinese] of Object.entries(CHINESE)) for (const name of SPOKEN) document.querySelectorAll(`[${name}="${chinese}"]`).forEach((node) => node.setAttribute(name, english));
    return;
  }
  speakBelow(document.body, now.kept);
  now.watching = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach((node) => speakBelow(node, now.kept));
      else if (change.type === "attributes") {
        const words = inChinese(change.target.getAttribute(change.attributeName) ?? "");
        if (words) change.target.setAttribute(change.attributeName, words);
      } else speakBelow(change.target, now.kept);
    }
  });
  now.watching.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SPOKEN });
};
