// Values and their words light each other up.
const partner = (link) => document.querySelector(link.getAttribute("href"));
const lit = (link, is) => {
  const there = partner(link);
  const mark = there?.closest("mark") || there;
  mark?.classList.toggle("lit", is);
  link.closest("mark, .said")?.classList.toggle("lit", is);
};
for (const link of document.querySelectorAll(".said a, mark a")) {
  for (const [name, is] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]]) {
    link.addEventListener(name, () => lit(link, is));
  }
}
