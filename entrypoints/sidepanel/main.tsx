import { start } from '../lib/app';
import { pageNames, panelTexts } from '../lib/panel-texts';
import { SidePanel } from './SidePanel';

void start(<SidePanel />, { texts: panelTexts, pageNames });
