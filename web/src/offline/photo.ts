/** Photos are made smaller on the device: less to send, and place and camera (EXIF) stay behind. */
const longest_side = 1600;
const small_side = 192;
const quality = 0.82;

async function drawn(picture: ImageBitmap, side: number): Promise<ArrayBuffer> {
  const share = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * share));
  canvas.height = Math.max(1, Math.round(picture.height * share));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#fff'; // JPEG has no transparency
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((taken) => canvas.toBlob(taken, 'image/jpeg', quality));
  if (!blob) throw new Error('no picture');
  return blob.arrayBuffer();
}

/** Null when this browser cannot read the picture (HEIC outside Safari). What is drawn anew carries no EXIF. */
export async function smallerPhoto(file: Blob): Promise<{ readonly bytes: ArrayBuffer; readonly small: ArrayBuffer } | null> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
  try {
    return { bytes: await drawn(picture, longest_side), small: await drawn(picture, small_side) };
  } finally {
    picture.close();
  }
}
