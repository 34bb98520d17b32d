import { csrfHeader } from './client';
import { ApiError, errorOf } from './error';

interface Upload {
  path: string;
  form: FormData;
  idempotencyKey?: string;
  onProgress: (share: number) => void;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Sends files with progress, which fetch cannot tell; the answer is the body, or an ApiError. */
export function upload<Body>({ path, form, idempotencyKey, onProgress }: Upload): Promise<Body> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value);
    if (idempotencyKey) request.setRequestHeader('Idempotency-Key', idempotencyKey);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
    request.addEventListener('error', () => reject(new ApiError(0, 'office.network', {})));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      const { status } = request;
      if (status >= 200 && status < 300) resolve(body as Body);
      else reject(errorOf(new Response(null, { status }), body));
    });
    request.send(form);
  });
}
