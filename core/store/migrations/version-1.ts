import type { Migration } from './migration';

/** The first schema. */
export const version1: Migration = {
  version: 1,
  upgrade(db) {
    db.createObjectStore('batches', { keyPath: ['platform', 'scope', 'id'] });
    db.createObjectStore('histories', { keyPath: ['platform', 'scope', 'key', 'part'] });
    db.createObjectStore('accounts', { keyPath: ['platform', 'scope'] });
    db.createObjectStore('accountReadings', { keyPath: ['platform', 'scope', 'page', 'at', 'print'] });
    db.createObjectStore('audienceCurves', { keyPath: ['platform', 'scope', 'page', 'at', 'print'] });
    db.createObjectStore('labels', { keyPath: 'key' });
    db.createObjectStore('rules', { keyPath: 'id' });
    db.createObjectStore('settings', { keyPath: 'key' });
    db.createObjectStore('plan', { keyPath: ['kind', 'id'] });
    db.createObjectStore('suppressed', { keyPath: 'id' });
    db.createObjectStore('imports', { keyPath: 'checksum' });
    db.createObjectStore('reports', { keyPath: 'name' });
    db.createObjectStore('meta', { keyPath: 'key' });
  },
};
