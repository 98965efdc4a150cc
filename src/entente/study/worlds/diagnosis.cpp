#include "entente/study/worlds/diagnosis.hpp"

#include <thread>

#include "entente/base/error.hpp"
#include "entente/world/layer/layer_files.hpp"

namespace entente {
namespace {

WorldDiagnosis diagnose_world(const WorldCatalog& worlds, const CatalogEntry& entry) {
    WorldDiagnosis diagnosis{.name = entry.name, .file = entry.file.string()};
    try {
        const std::string hash = entry.kind == "layer"
                                     ? read_layer_file(entry.file).content_hash()
                                     : worlds.open(entry.file.string()).content_hash();
        diagnosis.is_intact = hash == entry.content_hash;
        if (!diagnosis.is_intact) diagnosis.complaint = "its content hash is another";
    } catch (const Error& error) {
        diagnosis.complaint = error.what();
    }
    return diagnosis;
}

}  // namespace

std::string version() {
    return ENTENTE_VERSION;
}

Diagnosis diagnose(const WorldCatalog& worlds) {
    Diagnosis diagnosis{.version = version(),
                        .compiler = "g++ " __VERSION__,
                        .build_type = ENTENTE_BUILD_TYPE,
                        .num_threads = std::thread::hardware_concurrency(),
                        .worlds = {}};
    for (const CatalogEntry& entry : worlds.list()) {
        diagnosis.worlds.push_back(diagnose_world(worlds, entry));
    }
    return diagnosis;
}

}  // namespace entente
