import { start } from '../lib/app';
import { Popup } from './Popup';

void start(<Popup />, { bare: true });
