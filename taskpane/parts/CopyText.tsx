import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { usePane } from '../app/context';

const useStyles = makeStyles({
  text: { margin: 0 },
  copy: { alignSelf: 'flex-start' },
  details: { fontFamily: tokens.fontFamilyMonospace },
});

interface Props {
  /** What the button says. */
  readonly label: string;
  /** What is copied. */
  readonly text: string;
  /** Shows the text too, before it is known whether it can be copied. */
  readonly shown?: boolean;
}

/** Puts a text into the clipboard. Panes may not be allowed to: then the text is shown and selected. */
export function CopyText({ label, text, shown = false }: Props) {
  const { texts } = usePane();
  const styles = useStyles();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const area = useRef<HTMLTextAreaElement>(null);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => {
        setCopied('failed');
        // The text may be shown only now.
        setTimeout(() => area.current?.select());
      },
    );
  };
  return (
    <>
      <Button className={styles.copy} size="small" icon={<CopyRegular />} onClick={copy}>
        {label}
      </Button>
      {copied !== 'no' && (
        <p className={styles.text} role="status">
          {copied === 'yes' ? texts.failure.copied : texts.failure.copyFailed}
        </p>
      )}
      {(shown || copied === 'failed') && (
        <Textarea
          readOnly
          rows={5}
          className={styles.details}
          textarea={{ ref: area }}
          aria-label={texts.common.details}
          value={text}
        />
      )}
    </>
  );
}
