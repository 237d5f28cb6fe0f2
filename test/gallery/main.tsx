/// <reference types="vite/client" />
/** Draws one screen in one state: `?screen=timing&state=supported&locale=en`. */
import { render } from 'preact';
import { dashboards as enPages } from '../../assets/locales/en/dashboards';
import { ui as en } from '../../assets/locales/en/ui';
import { dashboards as zhPages } from '../../assets/locales/zh-CN/dashboards';
import { ui as zhCN } from '../../assets/locales/zh-CN/ui';
import { AnnouncerProvider } from '../../components/kit';
import { WordsProvider } from '../../components/words';
import '../../components/styles/panel.css';
import '../../components/styles/popup.css';
import '../../components/styles/workbench.css';
import '../../components/styles/pages.css';
import '../../components/styles/plan.css';
import { screens } from './screens';

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
