// Comfort: everything on these pages can be read and used without it.
"use strict";

// The marks of the timeline are one stop for the Tab key; arrows go from one to the next.
for (const picture of document.querySelectorAll(".picture")) {
  const lanes = () => [...picture.querySelectorAll(".lane")]
    .filter((lane) => lane.getClientRects().length && lane.querySelector(".mark"));
  const marks = (lane) => [...lane.querySelectorAll(".mark")].filter((mark) => mark.getClientRects().length);
  const place = (mark) => mark.querySelector(".aim").getBoundingClientRect().x;
  const nearest = (lane, x) => marks(lane)
    .reduce((best, mark) => Math.abs(place(mark) - x) < Math.abs(place(best) - x) ? mark : best);
  const only = (mark) => {
    for (const other of picture.querySelectorAll(".mark")) other.setAttribute("tabindex", "-1");
    mark?.setAttribute("tabindex", "0");
  };
  const stop = () => only(lanes()[0]?.querySelector(".mark"));
  const go = (mark) => { if (mark) { only(mark); mark.focus(); mark.scrollIntoView({ block: "nearest", inline: "nearest" }); } };

  picture.addEventListener("keydown", (event) => {
    const mark = event.target.closest(".mark");
    if (!mark || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = lanes(), row = all.indexOf(mark.closest(".lane")), own = marks(all[row]), at = own.indexOf(mark);
    const to = {
      ArrowRight: () => own[at + 1],
      ArrowLeft: () => own[at - 1],
      ArrowDown: () => all[row + 1] && nearest(all[row + 1], place(mark)),
      ArrowUp: () => all[row - 1] && nearest(all[row - 1], place(mark)),
      Home: () => own[0],
      End: () => own.at(-1),
    }[event.key];
    if (to) { event.preventDefault(); go(to()); }
  });
  picture.addEventListener("focusin", (event) => { const mark = event.target.closest(".mark"); if (mark) only(mark); });
  document.querySelector(".filters")?.addEventListener("change", () => {
    const mark = picture.querySelector('.mark[tabindex="0"]');
    if (!mark?.getClientRects().length) stop();
  });
  stop();

  // Where the picture is wider than the page, it begins with today.
  const frame = picture.parentElement, now = picture.querySelector(".shape.now, use[href='#m-now']");
  if (now) frame.scrollLeft = now.getBoundingClientRect().x - frame.getBoundingClientRect().x - frame.clientWidth / 2;
}

// What a filter leaves is said, for whoever does not see it.
const filters = document.querySelector(".filters");
if (filters) {
  const shown = filters.querySelector("[data-shown]");
  const count = () => {
    const entries = [...document.querySelectorAll(".entry")];
    const left = entries.filter((entry) => entry.getClientRects().length).length;
    shown.textContent = left === entries.length ? "" : `${left} of ${entries.length} entries`;
  };
  filters.addEventListener("change", count);
  filters.addEventListener("reset", () => setTimeout(() => filters.dispatchEvent(new Event("change"))));
  filters.addEventListener("submit", (event) => event.preventDefault());
}

// Where the page does not know its own address, a calendar can still subscribe to what it came from.
for (const download of document.querySelectorAll("a[data-feed]")) {
  if (!document.querySelector('a[href^="webcal:"]') && /^https?:$/.test(location.protocol)) {
    const link = download.cloneNode(false), hidden = document.createElement("span");
    link.href = download.href.replace(/^https?:/, "webcal:");
    link.removeAttribute("download");
    hidden.className = "hidden";
    hidden.textContent = ` to ${download.dataset.feed} in a calendar program`;
    link.append("Subscribe", hidden);
    download.classList.add("plain");
    download.before(link);
  }
}
