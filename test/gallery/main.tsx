/// <reference types="vite/client" />
/** Draws one screen in one state: `?screen=timing&state=supported&locale=en`. */
import { render } from 'preact';
import { dashboards as enPages } from '../../assets/locales/en/dashboards';
import { panel as enPanel } from '../../assets/locales/en/panel';
import { ui as enUi } from '../../assets/locales/en/ui';
import { workbench as enWorkbench } from '../../assets/locales/en/workbench';
import { dashboards as zhPages } from '../../assets/locales/zh-CN/dashboards';
import { panel as zhPanel } from '../../assets/locales/zh-CN/panel';
import { ui as zhUi } from '../../assets/locales/zh-CN/ui';
import { workbench as zhWorkbench } from '../../assets/locales/zh-CN/workbench';
import { AnnouncerProvider } from '../../components/kit';
import { WordsProvider } from '../../components/words';
import '../../components/styles/panel.css';
import '../../components/styles/popup.css';
import '../../components/styles/workbench.css';
import '../../components/styles/pages.css';
import '../../components/styles/plan.css';
import { screens } from './screens';

const en = { ...enUi, ...enPanel, ...enWorkbench };
const zhCN = { ...zhUi, ...zhPanel, ...zhWorkbench };
const params = new URLSearchParams(location.search);
const locale = params.get('locale') === 'en' ? 'en' : 'zh-CN';
document.documentElement.lang = locale;
const theme = params.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
const screen = screens[params.get('screen') ?? '']?.[params.get('state') ?? ''];
const root = document.querySelector('#app');
if (root) {
  render(
    <WordsProvider texts={locale === 'en' ? en : zhCN} pages={(locale === 'en' ? enPages : zhPages).pages}>
      <AnnouncerProvider>{screen ? screen(locale) : <Index />}</AnnouncerProvider>
    </WordsProvider>,
    root,
  );
}

function Index() {
  return (
    <main>
      <h1>Gallery</h1>
      <ul>
        {Object.entries(screens).flatMap(([name, states]) =>
          Object.keys(states).map((state) => (
            <li key={`${name}${state}`}>
              <a href={`?screen=${name}&state=${state}&locale=${locale}`}>
                {name} {state}
              </a>
            </li>
          )),
        )}
      </ul>
    </main>
  );
}
