// Puts theme, contrast and platform on the document, where the style sheets look for them.
import { useLayoutEffect } from 'react';
import { useDesk } from '../desk/index.ts';

export function useAppearance(): void {
  const theme = useDesk((view) => view.app.theme);
  const contrast = useDesk((view) => view.app.contrast);
  const platform = useDesk((view) => view.app.platform);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['platform'] = platform;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
    if (contrast === 'more') dataset['contrast'] = 'more';
    else delete dataset['contrast'];
  }, [theme, contrast, platform]);
}
