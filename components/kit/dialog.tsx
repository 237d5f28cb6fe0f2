import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useWords } from '../words';
import { Button } from './index';

interface DialogProps {
  title: string;
  children: ComponentChildren;
  onClose: () => void;
}

/** A modal dialog: the browser keeps the focus inside, Escape closes, the focus returns to where it was. */
export function Dialog({ title, children, onClose }: DialogProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // The browser gives the focus back when it closes the dialog: so it closes first, and is taken away after that.
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={onClose}>
      <div class="row-apart dialog-head">
        <h2 id={id}>{title}</h2>
        <Button kind="plain" icon={X} label={t.common.close} onClick={() => dialog.current?.close()} />
      </div>
      {children}
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  text: string;
  action: string;
  /** Beside the buttons: another way out. */
  children?: ComponentChildren;
  onConfirm: () => void;
  onClose: () => void;
}
export function Confirm({ title, text, action, children, onConfirm, onClose }: ConfirmProps) {
  const { t } = useWords();
  return (
    <Dialog title={title} onClose={onClose}>
      <form method="dialog" class="stack">
        <p>{text}</p>
        <div class="row">
          <Button kind="danger" submit onClick={onConfirm}>
            {action}
          </Button>
          {children}
          <Button submit>{t.common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
