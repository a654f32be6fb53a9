// What of a brief's sections stands on white cards, and what that means for their bodies. Inside brief/ only.
#pragma once

#include "model/poster.h"

namespace sixiang::brief {

// What all sections of a timeline say first, under one name («核心创新: …»), stands on cards: it is what they are
// compared by. Not where cards would take the height that long texts need.
void put_shared_leads_on_cards(Poster& poster);

// Bodies are filled as they are where cards carry what most sections say; pale where it stands on the bodies
// themselves.
BodyTone body_tone_for(const Poster& poster);

}  // namespace sixiang::brief
