interface SidePanel {
  open(options: { tabId: number }): Promise<void>;
}

/** Opens the side panel beside the tab. Called straight from the click's message: Chrome allows no delay. Firefox has no such call. */
export function openPanel(tabId: number): Promise<{ ok: boolean }> {
  const { sidePanel } = (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome ?? {};
  if (!sidePanel) return Promise.resolve({ ok: false });
  return sidePanel.open({ tabId }).then(
    () => ({ ok: true }),
    () => ({ ok: false }),
  );
}
