/** A self-signed certificate, made in memory with Node alone: no key in the repository, no `openssl` on the machine. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** DER, the encoding of ASN.1 values: tag, length, content (ITU-T X.690). */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BITS = 0x03;
const OBJECT = 0x06;
const TEXT = 0x0c;
const TIME = 0x18;
const EXPLICIT_0 = 0xa0;

/** 1.2.840.10045.4.3.2, ECDSA with SHA-256 (RFC 5758), and 2.5.4.3, common name (RFC 5280). */
const ECDSA_SHA256 = der(SEQUENCE, der(OBJECT, Buffer.from('2a8648ce3d040302', 'hex')));
const COMMON_NAME = der(OBJECT, Buffer.from('550403', 'hex'));
const bits = (content: Buffer) => der(BITS, Buffer.from([0]), content);
const time = (year: string) => der(TIME, Buffer.from(`${year}0101000000Z`));

/** Key and certificate in PEM, for a TLS server that only browsers told to accept it will trust. */
export function selfSigned(name: string): { key: string; certificate: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const common = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(TEXT, Buffer.from(name)))));
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  const facts = der(
    SEQUENCE,
    der(EXPLICIT_0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, serial),
    ECDSA_SHA256,
    common,
    der(SEQUENCE, time('2020'), time('2099')),
    common,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const certificate = der(SEQUENCE, facts, ECDSA_SHA256, bits(sign('sha256', facts, privateKey)));
  const pem = certificate.toString('base64').replace(/(.{64})/g, '$1\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`,
  };
}
