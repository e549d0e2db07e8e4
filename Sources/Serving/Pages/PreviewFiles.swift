/// The files of the server's own.
enum PreviewFiles {
  /// The script that hears of changes, shows what is wrong and lets one look as another reader.
  static let script = """
    "use strict";
    (() => {
      const bar = document.getElementById("salesbook-preview");
      const base = "/-salesbook/";
      const make = (name, text, parent) => {
        const element = document.createElement(name);
        if (text) element.textContent = text;
        parent.append(element);
        return element;
      };

      const problems = make("details", "", bar);
      const problemsTitle = make("summary", "", problems);
      const problemsText = make("pre", "", problems);
      const readers = make("details", "", bar);
      make("summary", bar.dataset.readers, readers);

      const show = state => {
        bar.classList.toggle("broken", state.broken);
        problems.hidden = state.problems.length === 0;
        problems.open = state.broken;
        problemsTitle.textContent =
          state.broken ? bar.dataset.broken : `${bar.dataset.remarks} (${state.problems.length})`;
        problemsText.textContent = state.problems.join("\\n");
        bar.dataset.shown = "yes";
      };

      readers.addEventListener("toggle", async () => {
        if (!readers.open || readers.querySelector("ul")) return;
        const list = await (await fetch(base + "readers")).json();
        if (list.length > 12) {
          const find = make("input", "", readers);
          find.type = "search";
          find.placeholder = bar.dataset.find;
          find.addEventListener("input", () => {
            for (const item of readers.querySelectorAll("li")) {
              item.hidden = !item.textContent.includes(find.value.trim());
            }
          });
        }
        const names = make("ul", "", readers);
        for (const reader of list) {
          const link = make("a", reader.name, make("li", "", names));
          const page = encodeURIComponent(decodeURIComponent(location.pathname));
          link.href = `${base}as?folder=${encodeURIComponent(reader.folder)}&page=${page}`;
        }
      });

      // A browser keeps only six lines open to a server: a page that nobody sees gives its one back.
      let line = null;
      const listen = () => {
        if (document.hidden) {
          line?.close();
          line = null;
        } else if (!line) {
          line = new EventSource(base + "events");
          line.onmessage = event => {
            const state = JSON.parse(event.data);
            bar.classList.remove("away");
            if (String(state.version) !== bar.dataset.version) location.reload();
            else show(state);
          };
          line.onerror = () => bar.classList.add("away");
        }
      };
      document.addEventListener("visibilitychange", listen);
      listen();
    })();

    """

  /// The bar's look; it is not printed.
  static let style = """
    #salesbook-preview {
      position: fixed; inset: auto 0 0 auto; z-index: 2147483647; max-width: min(44rem, 100vw);
      max-height: 70vh; overflow: auto; display: flex; flex-direction: column-reverse; gap: .25rem;
      padding: .25rem .5rem; border: 1px solid #555; border-radius: .5rem 0 0 0;
      background: #fffbe6; color: #222; font: 14px/1.4 system-ui, sans-serif;
    }
    #salesbook-preview.broken { background: #fde8e8; border-color: #b00020; }
    #salesbook-preview.away { opacity: .5; }
    #salesbook-preview [hidden] { display: none; }
    #salesbook-preview summary { cursor: pointer; }
    #salesbook-preview pre { margin: .25rem 0; white-space: pre-wrap; font: 13px/1.4 monospace; }
    #salesbook-preview ul { margin: .25rem 0; padding: 0; list-style: none; max-height: 40vh; overflow: auto; }
    #salesbook-preview a { color: #00458a; }
    #salesbook-nothing { max-width: 40rem; margin: 4rem auto; padding: 0 1rem; font: 18px/1.5 system-ui, sans-serif; }
    @media print { #salesbook-preview { display: none; } }

    """
}
