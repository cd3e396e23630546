// Better with it, whole without it: a slider over the days on which a record changed.
"use strict";
(() => {
  const form = document.querySelector("form.known");
  const moments = [...document.querySelectorAll("#moments option")].map((o) => o.value);
  if (!form || moments.length < 2) return;
  const field = form.querySelector("#known");
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = String(moments.length); // the last stop is now
  slider.setAttribute("aria-label", "Days on which the record changed");
  const place = () => {
    const next = moments.findIndex((m) => m > field.value);
    return field.value === "" || next < 0 ? (field.value === "" ? moments.length : moments.length - 1) : Math.max(0, next - 1);
  };
  const say = () => {
    const at = moments[Number(slider.value)];
    slider.setAttribute("aria-valuetext", at || "now");
    field.value = at || "";
  };
  slider.value = String(place());
  slider.setAttribute("aria-valuetext", field.value || "now");
  form.append(slider);
  let asked = 0;
  const show = async () => {
    const mine = (asked += 1);
    const asked_for = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...asked_for]) if (value === "") asked_for.delete(name);
    const url = form.getAttribute("action") + (String(asked_for) ? `?${asked_for}` : "");
    const answer = await fetch(url, { headers: { Accept: "text/html" } });
    if (!answer.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["#answer", "form.known .steps", "nav.tabs"]) {
      const now = document.querySelector(part);
      const then = page.querySelector(part);
      if (now && then) now.replaceWith(document.adoptNode(then));
    }
    history.replaceState(null, "", url);
  };
  slider.addEventListener("input", say);
  slider.addEventListener("change", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    slider.value = String(place());
    slider.setAttribute("aria-valuetext", field.value || "now");
    show();
  });
})();
