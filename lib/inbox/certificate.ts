import { readFileSync, statSync } from "node:fs";
import { createSecureContext } from "node:tls";

/** The files of a certificate and its key, in PEM. */
export type CertificateFiles = { cert: string; key: string };

type Certificate = { cert: Buffer; key: Buffer };

/** Reads a certificate. @throws when a file can't be read, or the two don't belong together. */
export function readCertificate(files: CertificateFiles): Certificate {
  const certificate = { cert: readFileSync(files.cert), key: readFileSync(files.key) };
  createSecureContext(certificate);
  return certificate;
}

/**
 * Watches over a certificate that is renewed every few weeks: the function returned answers with the new one, once for
 * each change. While only one of the files is new, the certificate stays as it was.
 */
export function watchCertificate(files: CertificateFiles): () => Certificate | null {
  let known = changesOf(files);
  return () => {
    try {
      const changes = changesOf(files);
      if (changes === known) return null;
      const certificate = readCertificate(files);
      known = changes;
      return certificate;
    } catch {
      return null;
    }
  };
}

function changesOf({ cert, key }: CertificateFiles): string {
  return [cert, key].map((path) => statSync(path).mtimeMs).join(" ");
}
