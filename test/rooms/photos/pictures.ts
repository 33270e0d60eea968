import sharp from "sharp";

/** Kraków's main square, as cameras write it. */
export const rynek = { lat: 50.0615, long: 19.938_333 };

const taken = { DateTimeOriginal: "2026:05:01 12:34:56", OffsetTimeOriginal: "+02:00" };

/** What EXIF says of a place: degrees, minutes and seconds as fractions. */
export const gpsOf = (lat: string, long: string, more: Record<string, string> = {}) => ({
  GPSLatitudeRef: "N",
  GPSLatitude: lat,
  GPSLongitudeRef: "E",
  GPSLongitude: long,
  ...more,
});

const atRynek = gpsOf("50/1 3/1 4140/100", "19/1 56/1 1800/100");

/** A picture of a few blurred spots with all that cameras and programs write beside one. */
export function picture(width = 400, height = 300, gps: Record<string, string> = atRynek): sharp.Sharp {
  const noise = { type: "gaussian", mean: 128, sigma: 20 } as const;
  return sharp({ create: { width, height, channels: 3, background: "#888", noise } })
    .withExif({ IFD0: { Make: "Aparat", Artist: "Anna Nowak" }, IFD2: taken, IFD3: gps })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Anna Nowak</x:xmpmeta>');
}
