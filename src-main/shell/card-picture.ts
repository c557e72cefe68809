// A file of the agent's as a picture; empty when it is neither PNG nor JPEG.
import { nativeImage, type NativeImage } from 'electron';

export const decodePicture = (bytes: Uint8Array): NativeImage => nativeImage.createFromBuffer(Buffer.from(bytes));
