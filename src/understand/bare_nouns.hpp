#pragma once

#include "understand/verb_sense.hpp"

/// Nouns without an article that are things all the same: notes leave articles out.
namespace skydraft::understand {

/// Judges what begins at words[at] by the pieces before it and a bounded number of words after it.
class BareNouns : WordRow {
 public:
  BareNouns(const Draft& draft, const std::vector<Word>& words, const std::vector<Piece>& pieces, std::size_t at,
            SectionId section)
      : WordRow(words), draft_(draft), pieces_(pieces), at_(at), section_(section) {}

  /// "Web app calls the API", "web servers talk to app servers"
  bool begins_as_subject() const;
  /// "App server queries database."
  bool ends_as_object() const;

 private:
  Part last() const { return pieces_.empty() ? Part::Stop : pieces_.back().part; }
  /// A noun that things are called by ends right before words[to].
  bool ends_with_head(std::size_t to) const;

  const Draft& draft_;
  const std::vector<Piece>& pieces_;
  std::size_t at_;
  SectionId section_;
};

}  // namespace skydraft::understand
