import type { StaffPhrases } from "./phrases";

// No past tense and no noun for the person: both would need the consultant's gender.
export const pl: StaffPhrases = {
  consultant_joined: "Rozmawia z Tobą {name} z Krakowskiego Centrum Kontaktu. Odpowiada człowiek, nie automat.",
  returned_to_bot: "Rozmawiasz znów z automatycznym asystentem. Możesz wrócić do człowieka w każdej chwili.",
  closed: "Rozmowa jest zakończona. Jeśli potrzebujesz czegoś jeszcze, po prostu napisz.",
  transferred: "Przekazuję rozmowę dalej: {name}. Zostań na czacie, nic nie zginie.",
  returned_to_queue: "Wracasz na początek kolejki – za chwilę odezwie się ktoś inny.",
  request_filed: "Zgłoszenie zapisane pod numerem {number}.",
  resident_left: "Rozmowa zakończona przez mieszkańca.",
};
