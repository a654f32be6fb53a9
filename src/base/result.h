// A value or the reason why there is none, for bytes that come from outside (documents, fonts, images).
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/message.h"

namespace sixiang {

struct Error {
  std::string path;  // where: a JSON path such as "sections[0].labels[2].text", or empty
  Message message;
  bool operator==(const Error&) const = default;
};

template <class T>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit by design
  Result(Error error) : state_(std::in_place_index<1>, std::vector<Error>{std::move(error)}) {}  // NOLINT
  Result(std::vector<Error> errors) : state_(std::in_place_index<1>, std::move(errors)) {
    assert(!this->errors().empty());
  }  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  const T& value() const {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T& value() {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  // Never empty when !ok(); in the order of the input.
  const std::vector<Error>& errors() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, std::vector<Error>> state_;
};

}  // namespace sixiang
