/** The small parts all screens are made of. Their look stands in `styles/base.css`, their use in `docs/design.md`. */
export { AnnouncerProvider, useAnnounce } from './announce';
export { Button, OutLink } from './buttons';
export { Check, Choice, Select, Switch } from './choices';
export { Disclosure } from './disclosure';
export { LevelMark } from './level';
export { Rescue } from './rescue';
export { Empty, Loaded, Note, ProblemCard, Thin } from './states';
export { type Tab, TabPanel, Tabs } from './tabs';
export { EvidenceWhy } from './why';
