// Copies a text and says so.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useText } from '../../text/index.ts';
import { Button } from '../../ui/index.ts';

export function CopyButton({ content }: { readonly content: string }): ReactElement {
  const text = useText();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(content);
    setCopied(true);
  };
  return (
    <Button size="s" {...(copied && { icon: 'check' as const })} onPress={() => { copy().catch(() => { setCopied(false); }); }}>
      {text(copied ? 'notices.copied' : 'notices.copy')}
    </Button>
  );
}
