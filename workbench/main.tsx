import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { Workbench } from './shell/Workbench';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the workbench.');
createRoot(root).render(
  <FluentProvider theme={webLightTheme} style={{ height: '100%' }}>
    <Workbench />
  </FluentProvider>,
);
