// The settings page, in the place of the panes: sections at the side, all of them one below the other. Escape leads back.
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useDesk, useLayout, useLayoutActions } from '../../desk/index.ts';
import { useText } from '../../text/index.ts';
import { Icon, Note, VisuallyHidden } from '../../ui/index.ts';
import type { IconName } from '../../ui/index.ts';
import { AppearanceSettings, ComputerSettings, LanguageSettings } from './general-settings.tsx';
import { DiagnosticsSettings } from './diagnostics-settings.tsx';
import { NotificationSettings } from './notification-settings.tsx';
import { ShortcutSettings } from './shortcut-settings.tsx';
import './settings.css';

type Section = 'notifications' | 'appearance' | 'language' | 'shortcuts' | 'computer' | 'diagnostics';

const sections: readonly { readonly id: Section; readonly icon: IconName; readonly Content: () => ReactElement }[] = [
  { id: 'notifications', icon: 'bell', Content: NotificationSettings },
  { id: 'appearance', icon: 'sun', Content: AppearanceSettings },
  { id: 'language', icon: 'globe', Content: LanguageSettings },
  { id: 'shortcuts', icon: 'keyboard', Content: ShortcutSettings },
  { id: 'computer', icon: 'laptop', Content: ComputerSettings },
  { id: 'diagnostics', icon: 'activity', Content: DiagnosticsSettings },
];

const isSection = (id: string | null): id is Section => sections.some((one) => one.id === id);

/** The last section that begins above this much of the page (pixels) is the one being read. */
const READING_LINE = 96;

const reach = (heading: HTMLElement): void => {
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
};

export function Settings(): ReactElement {
  const section = useLayout((layout) => layout.settingsSection);
  return <Sections key={section} asked={isSection(section) ? section : null} />;
}

function Sections({ asked }: { readonly asked: Section | null }): ReactElement {
  const text = useText();
  const { closeSettings } = useLayoutActions();
  const [current, setCurrent] = useState<Section>(asked ?? 'notifications');
  const headings = useRef(new Map<Section, HTMLHeadingElement>());
  const links = useRef(new Map<Section, HTMLButtonElement>());
  const page = useRef<HTMLElement>(null);
  /** Where the page was put by a choice: near the end that is not where its section begins. */
  const put = useRef<number | null>(null);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => { if (event.key === 'Escape' && !event.defaultPrevented) closeSettings(); };
    window.addEventListener('keydown', leave);
    return () => { window.removeEventListener('keydown', leave); };
  }, [closeSettings]);
  const goTo = (id: Section): void => {
    setCurrent(id);
    const heading = headings.current.get(id);
    if (heading) reach(heading);
    put.current = page.current?.scrollTop ?? null;
  };
  const follow = (): void => {
    if (page.current === null || page.current.scrollTop === put.current) return;
    put.current = null;
    const line = page.current.getBoundingClientRect().top + READING_LINE;
    const isAtEnd = page.current.scrollTop + page.current.clientHeight >= page.current.scrollHeight - 1;
    const read = sections.findLast(({ id }) => isAtEnd || (headings.current.get(id)?.getBoundingClientRect().top ?? Infinity) <= line);
    setCurrent(read?.id ?? 'notifications');
  };
  // In a narrow window the sections are one row, longer than the window.
  useEffect(() => { links.current.get(current)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }, [current]);
  // What led here is gone: the focus starts at the section that was asked for, or where the way back is.
  useEffect(() => {
    const heading = asked === null ? undefined : headings.current.get(asked);
    if (heading === undefined) back.current?.focus();
    else reach(heading);
    put.current = page.current?.scrollTop ?? null;
  }, [asked]);
  return (
    <div className="settings">
      <nav aria-label={text('settings.sections')}>
        <button ref={back} type="button" className="settings-link settings-back" onClick={closeSettings}><Icon name="left" size="s" />{text('settings.back')}</button>
        {sections.map(({ id, icon }) => (
          <button key={id} ref={(link) => { if (link) links.current.set(id, link); }} type="button" className="settings-link" aria-current={id === current} onClick={() => { goTo(id); }}>
            <Icon name={icon} size="s" />{text(`settings.${id}`)}
          </button>
        ))}
      </nav>
      <main ref={page} aria-label={text('settings.title')} onScroll={follow}>
        <div className="settings-column">
          <h1><VisuallyHidden>{text('settings.title')}</VisuallyHidden></h1>
          <PolicyNote />
          {sections.map(({ id, Content }) => (
            <section key={id} aria-labelledby={`settings-${id}`}>
              <h2 id={`settings-${id}`} tabIndex={-1} ref={(heading) => { if (heading) headings.current.set(id, heading); }}>{text(`settings.${id}`)}</h2>
              <Content />
            </section>
          ))}
        </div>
      </main>
    </div>
  );
}

/** What is wrong with the organisation's file: the agent is the one who can tell the administrator. */
function PolicyNote(): ReactElement | null {
  const text = useText();
  const problem = useDesk((view) => view.settings.policyProblem);
  if (problem === null) return null;
  return <Note tone="warn">{text(`settings.policy.${problem.kind}`, { names: problem.kind === 'parts' ? problem.names.join(', ') : '' })}</Note>;
}
