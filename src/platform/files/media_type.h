#pragma once

#include <optional>
#include <string_view>

namespace pamong::files {

/// What a file is by its bytes, never by its name: image/jpeg, image/png, image/webp, application/pdf, audio/mp4,
/// audio/mpeg, audio/ogg, audio/webm, text/plain, the two Office formats without macros, application/zip. Nothing for
/// all else: what is not on this list is not taken. Text that a browser could take for a page (it begins with '<') is
/// not text.
std::optional<std::string_view> media_type_of(std::string_view bytes);

/// May a device declare this type? The list above and text/csv.
bool is_allowed_media_type(std::string_view declared);
/// CSV cannot be told from other text; MediaRecorder calls the same containers video/... on some phones, which is
/// refused: only sound is taken.
bool fits_declared(std::string_view found, std::string_view declared);
/// "jpg" for image/jpeg: for the name under which a browser saves it.
std::string_view file_ending_of(std::string_view media_type);

}  // namespace pamong::files
