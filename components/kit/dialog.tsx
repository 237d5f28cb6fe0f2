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
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onCancel={onClose} onClose={onClose}>
      <div class="row-apart dialog-head">
        <h2 id={id}>{title}</h2>
        <Button kind="plain" icon={X} label={t.common.close} onClick={onClose} />
      </div>
      {children}
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  text: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}
export function Confirm({ title, text, action, onConfirm, onClose }: ConfirmProps) {
  const { t } = useWords();
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="stack">
        <p>{text}</p>
        <div class="row">
          <Button
            kind="danger"
            onClick={() => {
              onConfirm();
              onClose();
            }}
          >
            {action}
          </Button>
          <Button onClick={onClose}>{t.common.cancel}</Button>
        </div>
      </div>
    </Dialog>
  );
}
