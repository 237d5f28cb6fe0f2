/// <reference types="vite/client" />
/** Every screen in every state worth looking at: one file per room in `screens/`. */
import type { Screens } from './screens/frame';

const rooms = import.meta.glob<{ screens: Screens }>(['./screens/*.tsx', '!./screens/frame.tsx'], { eager: true });
export const screens: Screens = Object.assign({}, ...Object.values(rooms).map((room) => room.screens));
