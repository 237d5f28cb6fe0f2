// The staged site's own script: what a creator platform's single-page application does, in as much as a reader can notice.
// It asks the stage for the next step (open a page, load more, turn a page) and applies the patches that come back.
(() => {
  const policy = globalThis.trustedTypes?.createPolicy('stage', { createHTML: (text) => text });
  const fragment = (text) => {
    const holder = document.createElement('template');
    holder.innerHTML = policy ? policy.createHTML(text) : text;
    // A strict policy drops style attributes; what scripts set through the object model stays, as on real pages.
    for (const styled of holder.content.querySelectorAll('[style]')) styled.style.cssText = styled.getAttribute('style');
    for (const inner of holder.content.querySelectorAll('template[shadowrootmode]')) {
      inner.parentNode.attachShadow({ mode: inner.getAttribute('shadowrootmode') }).append(inner.content);
      inner.remove();
    }
    return holder.content;
  };
  /** Every element that matches; `host >>> inner` looks in an open shadow root. */
  const all = (selector) => {
    const parts = selector.split(' >>> ');
    const inner = parts.pop();
    return parts.reduce((root, host) => root?.querySelector(host)?.shadowRoot, document)?.querySelectorAll(inner) ?? [];
  };
  /** Draws new content into the elements that stand there, as lists do that recycle their rows. */
  const recycle = (old, fresh) => {
    const nodes = [...fresh.childNodes];
    nodes.forEach((node, at) => {
      const before = old.childNodes[at];
      if (!before) old.append(node);
      else if (before.nodeName !== node.nodeName) before.replaceWith(node);
      else if (node.nodeType === Node.TEXT_NODE) before.nodeValue = node.nodeValue;
      else {
        for (const { name } of [...before.attributes]) if (!node.hasAttribute(name)) before.removeAttribute(name);
        for (const { name, value } of node.attributes) before.setAttribute(name, value);
        recycle(before, node);
      }
    });
    while (old.childNodes.length > nodes.length) old.lastChild.remove();
  };

  /** Counts the steps, so that late answers to an older page are thrown away. */
  let turn = 0;
  let state = { buttons: [], scroller: null, shown: 0, page: 1 };
  let busy = false;
  let tries = 0;

  const apply = (patch) => {
    const targets = all(patch.at);
    if (patch.how === 'remove') for (const target of targets) target.remove();
    else if (targets.length === 0) throw new Error(`the stage finds no ${patch.at}`);
    else {
      const nodes = fragment(patch.html ?? '');
      if (patch.how === 'inside') targets[0].replaceChildren(nodes);
      else if (patch.how === 'recycle') recycle(targets[0], nodes);
      else if (patch.how === 'end') targets[0].append(nodes);
      else targets[0].replaceWith(nodes);
    }
  };
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));

  /**
   * For whoever drives the browser: whether the page rests, how many steps it took, whether scrolling brings more, which button turns
   * the page, how far the list was shown.
   */
  const say = (stage) =>
    Object.assign(document.documentElement.dataset, {
      stage,
      stageSteps: String(tries),
      stageMore: state.scroller ? 'yes' : 'no',
      stageNext: state.buttons.find((button) => button.page === state.page + 1)?.selector ?? '',
      stageShown: String(state.shown),
    });

  async function step(query) {
    const mine = ++turn;
    busy = true;
    say('busy');
    const wanted = new URLSearchParams({ path: location.pathname, shown: String(state.shown), ...query, n: String(++tries) });
    const answer = await (await fetch(`/__stage/step?${wanted}`)).json();
    for (const frame of answer.frames) {
      if (frame.wait > 0) await wait(frame.wait);
      if (mine !== turn) return;
      for (const patch of frame.patches) apply(patch);
    }
    state = { ...answer, page: Number(query.page ?? 1) };
    busy = false;
    say('ready');
  }

  addEventListener(
    'scroll',
    (event) => {
      if (busy || !state.scroller) return;
      const scroller = document.querySelector(state.scroller);
      const moved = event.target === document ? document.scrollingElement : event.target;
      if (!scroller || moved !== scroller) return;
      if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 60) void step({ do: 'more' });
    },
    true,
  );
  addEventListener('click', (event) => {
    for (const button of state.buttons) {
      if (!event.composedPath()[0].closest?.(button.selector)) continue;
      if (button.route) {
        history.pushState(null, '', button.route);
        void step({ do: 'open' });
        return;
      }
      if (button.address) history.pushState(null, '', button.address);
      void step({ do: 'page', page: String(button.page) });
      return;
    }
  });
  addEventListener('popstate', () => void step({ do: 'open' }));
  void step({ do: 'open' });
})();
