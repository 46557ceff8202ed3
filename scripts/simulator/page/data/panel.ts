import { createStore, useStore } from "./store";

/** What the side panel can show. */
export const panelTabs = ["message", "traffic", "bill"] as const;
export type PanelTab = (typeof panelTabs)[number];

interface Panel {
  open: boolean;
  tab: PanelTab;
  /** The message looked behind. */
  message: { chatId: string; id: string } | null;
}

const panel = createStore<Panel>({ open: false, tab: "traffic", message: null });
let opener: HTMLElement | null = null;

/** A part of the side panel's state, redrawn when it changes. */
export function usePanel<Part>(select: (value: Panel) => Part): Part {
  return useStore(panel, select);
}

/** Opens the side panel on one of its tabs. */
export function openPanel(tab: PanelTab, message = panel.get().message): void {
  if (!panel.get().open && document.activeElement instanceof HTMLElement) opener = document.activeElement;
  panel.set({ open: true, tab, message });
}

/** Closes the side panel; the keyboard goes back to where it was opened. */
export function closePanel(): void {
  panel.set({ open: false });
  opener?.focus();
  opener = null;
}

/** Opens the side panel on that tab, or closes it when it shows that already. */
export function togglePanel(tab: PanelTab): void {
  const { open, tab: shown } = panel.get();
  if (open && shown === tab) closePanel();
  else openPanel(tab);
}
