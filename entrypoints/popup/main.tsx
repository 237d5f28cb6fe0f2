import { start } from '../lib/app';
import { uiTexts } from '../lib/texts';
import { Popup } from './Popup';

void start(<Popup />, { texts: uiTexts });
