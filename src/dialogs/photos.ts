import { type Heard, MOST_PHOTOS } from "./dialogParts";
import { answeredWith, answerTo, type Form, moved, placeSlot } from "./form";
import { say } from "./phrases";
import { known as knownPlace } from "./place";

/** Keeps the photos that came with a message, at any moment of the dialog, and says so. */
export function keepPhotos(form: Form, { attachments }: Heard): { form: Form; notes: string[] } {
  if (attachments.length === 0) return { form, notes: [] };
  const { phrases } = form.parts;
  const slot = form.dialog.steps.flatMap((step) => ("slot" in step && step.expects === "photo" ? step.slot : [])).at(0);
  if (slot === undefined) return { form, notes: [say(phrases, "photos_not_here", form.language)] };
  const known = form.state.attachments;
  const room = MOST_PHOTOS - known.length;
  const kept = [...known, ...attachments.slice(0, Math.max(0, room))];
  const added = say(phrases, "photo_added", form.language, { count: String(kept.length) });
  const full = say(phrases, "photos_full", form.language, { most: String(MOST_PHOTOS) });
  const notes = [...(room > 0 ? [added] : []), ...(attachments.length > room ? [full] : [])];
  const answered = form.state.asked === slot ? answeredWith(form, slot) : form.state.answered;
  const answers = { ...form.state.answers, [slot]: String(kept.length) };
  const place = placeSlot(form);
  const { photoPlace } = form.about;
  const isOpen = place !== undefined && answerTo(form, place) === undefined && photoPlace && !photoPlace.outside;
  const taken = isOpen ? { photoPlace: knownPlace(photoPlace) } : {};
  return { form: moved(form, { attachments: kept, answers, answered, ...taken }), notes };
}
