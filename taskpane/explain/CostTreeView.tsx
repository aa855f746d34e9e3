import { makeStyles, mergeClasses, tokens, Tree, TreeItem, TreeItemLayout } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import type { Direction } from '../../src/runs/explain/cost-part';
import type { CostNode } from '../../src/runs/explain/cost-tree';
import type { Explorer } from '../../src/runs/explain/explorer';
import { usePane } from '../app/context';
import { ActionLink } from '../parts/ActionLink';
import { Section } from '../parts/Section';
import { ShowInSheet } from '../parts/ShowInSheet';
import { lineOf } from './node-line';

/** Of the nodes below one so many are shown first, and so many more each time. */
const SHOWN = 50;

const useStyles = makeStyles({
  tree: {
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: `${tokens.spacingVerticalXS} 0`,
    minWidth: 0,
  },
  // A narrow pane has no room for much depth: each level moves in by little.
  item: {
    minHeight: '32px',
    paddingLeft: `calc((var(--fluent-TreeItem--level, 1) - 1) * ${tokens.spacingHorizontalM})`,
  },
  // What does not open has no arrow: its text stands where that of its neighbours does, further in than the node above.
  leaf: {
    paddingLeft: `calc((var(--fluent-TreeItem--level, 1) - 1) * ${tokens.spacingHorizontalM} + ${tokens.spacingHorizontalXXL})`,
  },
  main: { flexGrow: 1, minWidth: 0, paddingRight: tokens.spacingHorizontalS },
  top: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  name: { overflowWrap: 'anywhere', minWidth: 0 },
  amount: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  below: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly title: string;
  readonly explorer: Explorer;
  readonly position: number;
  readonly direction: Direction;
  /** Makes another transaction the one that is explained. */
  readonly explain: (id: string) => void;
  /** Told before the sheet moves to a transaction. */
  readonly onGo: (id: string) => void;
}

/** Where a cost comes from, or went, as a tree that is opened node by node; the first level is open. */
export function CostTreeView({ title, explorer, position, direction, explain, onGo }: Props) {
  const styles = useStyles();
  const root = useMemo(() => explorer.root(position, direction), [explorer, position, direction]);
  const [current, setCurrent] = useState('');
  return (
    <Section title={title}>
      <Tree aria-label={title} className={styles.tree} defaultOpenItems={['0']} size="small">
        <Node node={root} path="0" shared={{ explorer, explain, onGo, current, setCurrent }} />
      </Tree>
    </Section>
  );
}

interface Shared extends Pick<Props, 'explorer' | 'explain' | 'onGo'> {
  /** The path of the node that the keyboard or the mouse is at: it shows what can be done with it. */
  readonly current: string;
  readonly setCurrent: (path: string) => void;
}

function Node({ node, path, shared }: { node: CostNode; path: string; shared: Shared }) {
  const styles = useStyles();
  const { explorer, current, setCurrent } = shared;
  return (
    <TreeItem
      itemType={node.opens ? 'branch' : 'leaf'}
      value={path}
      onFocus={(event) => {
        if (event.target === event.currentTarget) setCurrent(path);
      }}
      onClick={(event) => {
        setCurrent(path);
        event.stopPropagation();
      }}
    >
      <TreeItemLayout
        className={mergeClasses(styles.item, !node.opens && styles.leaf)}
        main={{ className: styles.main }}
      >
        <Line node={node} explorer={explorer}>
          {current === path && <Links node={node} shared={shared} />}
        </Line>
      </TreeItemLayout>
      {node.opens && (
        <Tree>
          <Below node={node} path={path} shared={shared} />
        </Tree>
      )}
    </TreeItem>
  );
}

/** The nodes below one: computed when it is opened, for a closed one is not rendered. */
function Below({ node, path, shared }: { node: CostNode; path: string; shared: Shared }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const nodes = useMemo(() => shared.explorer.below(node), [shared.explorer, node]);
  const [shown, setShown] = useState(SHOWN);
  const rest = nodes.length - shown;
  return (
    <>
      {nodes.slice(0, shown).map((below, at) => (
        <Node key={at} node={below} path={`${path}.${at}`} shared={shared} />
      ))}
      {rest > 0 && (
        <TreeItem
          itemType="leaf"
          value={`${path}.more`}
          onClick={(event) => {
            event.stopPropagation();
            setShown(shown + SHOWN);
          }}
          onKeyDown={({ key }) => key === 'Enter' && setShown(shown + SHOWN)}
        >
          <TreeItemLayout className={mergeClasses(styles.item, styles.leaf)}>
            {texts.common.showMore(format.count(Math.min(rest, SHOWN)))}
          </TreeItemLayout>
        </TreeItem>
      )}
    </>
  );
}

function Line({ node, explorer, children }: { node: CostNode; explorer: Explorer; children: ReactNode }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const { name, amount, below } = lineOf(explorer.view(node), node.direction, texts, format);
  return (
    <>
      <div className={styles.top}>
        <span className={styles.name}>{name}</span>
        <span className={styles.amount}>{amount}</span>
      </div>
      {below !== '' && <div className={styles.below}>{below}</div>}
      {children}
    </>
  );
}

/** What can be done with the node that one is at. A click on it does not open or close the node. */
function Links({ node, shared }: { node: CostNode; shared: Shared }) {
  const { texts } = usePane();
  const styles = useStyles();
  const { transaction } = shared.explorer.view(node);
  if (transaction === '') return null;
  return (
    <div className={styles.links} onClick={(event) => event.stopPropagation()}>
      <ShowInSheet transaction={transaction} onGo={() => shared.onGo(transaction)} />
      {node.kind !== 'root' && (
        <ActionLink label={texts.history.explain(transaction)} onClick={() => shared.explain(transaction)}>
          {texts.history.explain(transaction)}
        </ActionLink>
      )}
    </div>
  );
}
