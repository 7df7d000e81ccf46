#pragma once

#include <string_view>

#include "understand/outline.hpp"

/// The label that a line of the document begins with, and what follows it.
namespace skydraft::understand {

/// A label that is marked by style: the bold or code run that the text begins with, if a separator follows (in it or
/// after it), the bold words with a full stop, "**Web portal.** A site that …", or, in a list, the name and what it
/// does: "`checkout` calls the payment service". Sets label and value; false: there is none.
bool styled_label(Entry& entry);

/// "Compute: EC2 Instances" without markup.
bool plain_label(Entry& entry);

/// "**Ferry Source** tracks …": a name that nothing was made of is again the first words of its sentence.
void rejoin_label(Entry& entry);

/// A few words that end with a full stop, and no more than that.
bool is_short(std::string_view text);

/// "- Alert Service" over "Queries the database": whoever does what stands below is named as by a label.
void label_actor(Outline& outline, EntryId id);

}  // namespace skydraft::understand
